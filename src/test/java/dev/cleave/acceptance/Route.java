package dev.cleave.acceptance;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// A method and a path, as the running application knows them.
record Route(String method, String path) implements Comparable<Route> {

	/// What is answered at the operators' port.
	static final String OPERATIONS = "operations:";

	/// Routes that filters answer, which no mapping knows.
	private static final Set<Route> OF_FILTERS = Set.of(new Route("POST", "/oauth2/token"),
			new Route("GET", "/oauth2/jwks"));

	/// Where the container asks for the body of an error; it is no address for callers.
	private static final String ERROR = "/error";

	static Set<Route> of(StartedShop shop) {
		var routes = new TreeSet<>(OF_FILTERS);
		for (var mapping : shop.parts(RequestMappingInfoHandlerMapping.class)) {
			mapping.getHandlerMethods().keySet().forEach((info) -> routes.addAll(of(info)));
		}
		for (var endpoint : shop.parts(WebEndpointsSupplier.class).iterator().next().getEndpoints()) {
			for (var operation : endpoint.getOperations()) {
				var asked = operation.getRequestPredicate();
				routes.add(new Route(asked.getHttpMethod().name(), OPERATIONS + "/actuator/" + asked.getPath()));
			}
		}
		return routes;
	}

	static Set<Route> of(RequestMappingInfo info) {
		var methods = info.getMethodsCondition().getMethods();
		return info.getPatternValues()
			.stream()
			.filter((path) -> !path.equals(ERROR))
			.map((path) -> path.replaceAll("\\{(\\w+):[^/]*\\}", "{$1}"))
			.flatMap((path) -> (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods).stream()
				.map((method) -> new Route(method.name(), path)))
			.collect(Collectors.toSet());
	}

	boolean isOperators() {
		return this.path.startsWith(OPERATIONS);
	}

	/// Load balancers ask there in any way they like.
	boolean isProbe() {
		return this.path.matches("/(livez|readyz)");
	}

	boolean isOfTheApi() {
		return this.path.startsWith(Visitor.API);
	}

	@Override
	public int compareTo(Route other) {
		var byPath = this.path.compareTo(other.path);
		return (byPath != 0) ? byPath : this.method.compareTo(other.method);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
