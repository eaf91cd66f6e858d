package dev.cleave.platform.web;

import java.util.List;
import java.util.stream.Collectors;

import dev.cleave.platform.modules.ActiveModule;
import dev.cleave.platform.modules.ModuleCatalogue;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the descriptions of the interface say beyond what the code says (OpenAPI; at `/v3/api-docs/<module>` that of a module,
/// the same in every topology, and at `/v3/api-docs` that of all modules of the process which answers).
@Configuration(proxyBeanMethods = false)
class Description {

	/// The page at `/docs` offers the descriptions of all modules and opens one of this
	/// process. It gets those of others from where they run, if both are behind one
	/// gateway.
	Description(SwaggerUiConfigProperties page, ModuleCatalogue catalogue, List<ActiveModule> here) {
		page.setUrls(catalogue.names()
			.stream()
			.map(name -> new SwaggerUrl(name, "/v3/api-docs/" + name, name))
			.collect(Collectors.toSet()));
		page.setUrlsPrimaryName(here.getFirst().name());
		SpringDocUtils.getConfig()
			// Any JSON, and not what Java can ask of it.
			.replaceWithSchema(JsonNode.class, new ObjectSchema())
			.addRequestWrapperToIgnore(IdempotencyKey.class, IfMatch.class, Paging.class, Prefer.class);
	}

	@Bean
	OpenAPI openApi() {
		var token = new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
			.flows(new OAuthFlows().clientCredentials(new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes())));
		var cookie = new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("SESSION");
		return new OpenAPI().info(info("Cleave"))
			.servers(List.of(new Server().url("/")))
			.addSecurityItem(new SecurityRequirement().addList("token"))
			.addSecurityItem(new SecurityRequirement().addList("session"))
			.components(new Components().addSecuritySchemes("token", token)
				.addSecuritySchemes("session", cookie)
				.addSchemas("Problem", problem()));
	}

	static Info info(String title) {
		return new Info().title(title).version("1").description("Orders and inventory over HTTP.");
	}

	private static ObjectSchema problem() {
		var fault = new ObjectSchema().addProperty("pointer", new StringSchema())
			.addProperty("code", new StringSchema())
			.addProperty("detail", new StringSchema());
		var problem = new ObjectSchema();
		problem.addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("code", new StringSchema())
			.addProperty("traceId", new StringSchema())
			.addProperty("errors", new ArraySchema().items(fault));
		return problem;
	}

}
