package dev.cleave.platform.web;

import java.util.Arrays;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Writes the conventions of the interface into its description: what a controller takes as a parameter of ours is a
/// header or a query parameter to the caller, and every failure is a problem.
@Component
class Conventions implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		Arrays.stream(method.getMethodParameters())
			.map(MethodParameter::getParameterType)
			.forEach(type -> describe(operation, type));
		operation.getResponses()
			.addApiResponse("default",
					new ApiResponse().description("What went wrong (RFC 9457)")
						.content(new Content().addMediaType("application/problem+json",
								new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
		return operation;
	}

	private static void describe(Operation operation, Class<?> type) {
		if (type == IdempotencyKey.class) {
			operation.addParametersItem(
					header(IdempotencyKey.HEADER, "Names the request, so that a repeat does nothing twice")
						.required(true));
		}
		else if (type == IfMatch.class) {
			operation.addParametersItem(header("If-Match", "The entity tag of the version that was seen"));
		}
		else if (type == Prefer.class) {
			operation.addParametersItem(
					header("Prefer", "`wait=N` holds the answer until the matter is settled, at most 10 s"));
		}
		else if (type == Paging.class) {
			operation
				.addParametersItem(new Parameter().in("query")
					.name("limit")
					.schema(new IntegerSchema().minimum(java.math.BigDecimal.ONE)
						.maximum(java.math.BigDecimal.valueOf(Paging.LARGEST_LIMIT))
						._default(Paging.DEFAULT_LIMIT)))
				.addParametersItem(new Parameter().in("query")
					.name("cursor")
					.description("`next` of the page before")
					.schema(new StringSchema()));
		}
	}

	private static Parameter header(String name, String description) {
		return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
	}

}
