package dev.cleave.acceptance;

import java.util.function.Function;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands a shop to whoever asks for one, and lets it be checked after each test that did not fail by itself.
record ShopUnderTest(Function<ExtensionContext, Shop> shop) implements ParameterResolver, AfterEachCallback {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Shop.class;
	}

	@Override
	public Shop resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return this.shop.apply(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (context.getExecutionException().isEmpty()) {
			this.shop.apply(context).check();
		}
	}

}
