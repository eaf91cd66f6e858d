package dev.cleave.platform.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/// Reads the findings of Bean Validation as faults with JSON pointers, in an order of their own: it finds them in one that
/// differs from process to process.
final class Faults {

	private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::pointer)
		.thenComparing(Fault::code)
		.thenComparing(Fault::detail);

	private Faults() {
	}

	static List<Fault> of(BindingResult result) {
		return errors(result);
	}

	static List<Fault> of(HandlerMethodValidationException failure) {
		return failure.getParameterValidationResults()
			.stream()
			.flatMap(result -> (result instanceof ParameterErrors errors) ? errors(errors).stream()
					: result.getResolvableErrors().stream().map(error -> of(result, error)))
			.sorted(ORDER)
			.toList();
	}

	static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations) {
		return violations.stream()
			.map(violation -> new Fault(pointer(violation.getPropertyPath().toString()),
					code(violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName()),
					violation.getMessage()))
			.sorted(ORDER)
			.toList();
	}

	private static List<Fault> errors(Errors errors) {
		return errors.getAllErrors().stream().map(Faults::of).sorted(ORDER).toList();
	}

	private static Fault of(ObjectError error) {
		var pointer = (error instanceof FieldError field) ? pointer(field.getField()) : "";
		return new Fault(pointer, code(error.getCode()), String.valueOf(error.getDefaultMessage()));
	}

	private static Fault of(ParameterValidationResult result, MessageSourceResolvable error) {
		var codes = error.getCodes();
		var code = (codes != null && codes.length > 0) ? codes[codes.length - 1] : null;
		var name = String.valueOf(result.getMethodParameter().getParameterName());
		return new Fault("/" + name, code(code), String.valueOf(error.getDefaultMessage()));
	}

	/// `lines[0].quantity` is `/lines/0/quantity`.
	static String pointer(String path) {
		return path.isEmpty() ? ""
				: "/" + path.replace("~", "~0").replace("/", "~1").replace("[", ".").replace("]", "").replace('.', '/');
	}

	/// `PositiveOrZero` is `positive-or-zero`.
	private static String code(@Nullable String constraint) {
		return (constraint == null) ? "invalid"
				: constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
