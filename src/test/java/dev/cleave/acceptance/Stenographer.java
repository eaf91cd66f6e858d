package dev.cleave.acceptance;

import java.time.Duration;
import java.util.function.Function;

import dev.cleave.transcript.Masks;
import dev.cleave.transcript.Transcripts;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/// Writes down what a shop of a named topology answers in each test, so that it can be compared with others.
record Stenographer(Function<ExtensionContext, Shop> shop)
		implements
			TestInstancePreConstructCallback,
			BeforeEachCallback,
			AfterTestExecutionCallback,
			AfterEachCallback {

	private static final Masks MASKS = Masks.ofTopologies();

	/// The constructor of a test says something, too.
	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
		if (context.getTestMethod().isPresent()) {
			Words.begin(name(context));
			this.shop.apply(context).door().transcript().begin();
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		if (!Words.isBegun(name(context))) {
			Words.begin(name(context));
			this.shop.apply(context).door().transcript().begin();
		}
	}

	/// Before the test tidies up, as long as everybody is there who asked.
	@Override
	public void afterTestExecution(ExtensionContext context) throws Exception {
		if (context.getExecutionException().isEmpty()) {
			var asked = this.shop.apply(context);
			asked.system().checker().ifPresent((checker) -> checker.awaitRest(Duration.ofSeconds(30)));
			Transcripts.of(ShopOfCluster.name()).write(name(context), MASKS.hide(asked.door().transcript().settled()));
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Words.end();
		this.shop.apply(context).door().transcript().end();
	}

	/// Such as `OrdersTests.confirms`, and the number of the invocation where there are
	/// several.
	private static String name(ExtensionContext context) {
		var invocation = context.getUniqueId().replaceAll(".*/\\[test-template-invocation:#(\\d+)\\]$|.*", " $1");
		return context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName()
				+ invocation.stripTrailing();
	}

}
