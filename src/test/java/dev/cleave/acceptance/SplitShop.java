package dev.cleave.acceptance;

import dev.cleave.topology.Layout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands a shop that is split into a process and a database for each module, with a broker in between, to whoever asks
/// for one. All of them share it, so everybody leaves it whole; it ends with the JUnit session.
final class SplitShop implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(SplitShop.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Shop.class;
	}

	@Override
	public Shop resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
			.computeIfAbsent("shop", (_) -> new Shop(ShopOfCluster.start(Layout.SPLIT)), Shop.class);
	}

}
