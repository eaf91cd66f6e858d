package dev.cleave.auth.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.cleave.auth.domain.EmailAddress;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/// The text can name an account, also as it is kept: in small letters, which may be more of them. Whether it is an e-mail
/// address at all is not asked here.
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NamesAccount.Kept.class)
@interface NamesAccount {

	String message() default "must be printable, and no longer in small letters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	class Kept implements ConstraintValidator<NamesAccount, String> {

		@Override
		public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
			return address == null || EmailAddress.isOne(address);
		}

	}

}
