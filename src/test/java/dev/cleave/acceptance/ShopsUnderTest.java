package dev.cleave.acceptance;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Runs a class once for each topology. A shop is started when it is first needed and closed with the JUnit session.
final class ShopsUnderTest implements ClassTemplateInvocationContextProvider {

	private static final Namespace NAMESPACE = Namespace.create(ShopsUnderTest.class);

	@Override
	public boolean supportsClassTemplate(ExtensionContext context) {
		return true;
	}

	@Override
	public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
			ExtensionContext context) {
		if (ShopElsewhere.isNamed()) {
			return Stream.of(new Invocation("elsewhere", ShopElsewhere::named));
		}
		if (ShopOfCluster.isNamed()) {
			return Stream.of(new Invocation(ShopOfCluster.name(), ShopOfCluster::named));
		}
		return Stream.of(Topology.values())
			.limit(context.getRequiredTestClass().isAnnotationPresent(InOneTopology.class) ? 1
					: Topology.values().length)
			.map((topology) -> new Invocation(topology.name(), () -> StartedShop.start(topology)));
	}

	private static Shop shop(ExtensionContext context, Invocation invocation) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
			.computeIfAbsent(invocation.name(), (_) -> Attempt.at(invocation.system()), Attempt.class)
			.shop();
	}

	/// A shop, or why there is none: a start that fails is not tried again for every
	/// test.
	private record Attempt(@Nullable Shop opened, @Nullable RuntimeException failure) implements AutoCloseable {

		static Attempt at(Supplier<SystemUnderTest> system) {
			try {
				return new Attempt(new Shop(system.get()), null);
			}
			catch (RuntimeException ex) {
				return new Attempt(null, ex);
			}
		}

		Shop shop() {
			if (this.opened == null) {
				throw new IllegalStateException("There is no shop to test", this.failure);
			}
			return this.opened;
		}

		@Override
		public void close() {
			if (this.opened != null) {
				this.opened.close();
			}
		}

	}

	private record Invocation(String name, Supplier<SystemUnderTest> system) implements ClassTemplateInvocationContext {

		@Override
		public String getDisplayName(int invocationIndex) {
			return this.name;
		}

		@Override
		public List<Extension> getAdditionalExtensions() {
			var extension = new ShopUnderTest((context) -> shop(context, this));
			return ShopOfCluster.isNamed() ? List.of(extension, new Stenographer((context) -> shop(context, this)))
					: List.of(extension);
		}

	}

}
