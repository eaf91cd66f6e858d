package dev.cleave.orders.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.cleave.orders.OrderId;
import dev.cleave.orders.domain.Hearing;
import dev.cleave.orders.domain.Hearing.Effect;
import dev.cleave.orders.domain.HearingPayments;
import dev.cleave.orders.domain.PaymentNotice;
import dev.cleave.orders.domain.PaymentNotice.Kind;
import dev.cleave.orders.domain.Price;
import dev.cleave.orders.payments.CallbackProof;
import dev.cleave.orders.payments.PaymentCallback;
import dev.cleave.orders.payments.Webhook;
import dev.cleave.platform.web.Fault;
import dev.cleave.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Hears the payment provider, who proves himself by a signature and by nothing else. The body is not looked into before
/// that.
@RestController
class PaymentCallbackController {

	private final CallbackProof proof;

	private final HearingPayments hearing;

	private final JsonMapper json;

	private final Validator validator;

	PaymentCallbackController(CallbackProof proof, HearingPayments hearing, JsonMapper json, Validator validator) {
		this.proof = proof;
		this.hearing = hearing;
		this.json = json;
		this.validator = validator;
	}

	@PostMapping(path = PaymentCallback.PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> hear(@RequestHeader(name = Webhook.ID, required = false) @Nullable String id,
			@RequestHeader(name = Webhook.TIMESTAMP, required = false) @Nullable String timestamp,
			@RequestHeader(name = Webhook.SIGNATURE, required = false) @Nullable String signatures,
			@RequestBody byte[] body, HttpServletRequest request) {
		if (!this.proof.isPossible()) {
			return Problems
				.notFound("No payment provider is known here. The setting is %s.".formatted(CallbackProof.SETTING));
		}
		if (id == null || !this.proof.holds(new Webhook(id, timestamp, signatures, body))) {
			return Problems.of(HttpStatus.UNAUTHORIZED, "signature-invalid",
					"The callback is not signed as the Standard Webhooks specification says, or more than 5 minutes ago.");
		}
		return hear(id, read(body, request));
	}

	private ResponseEntity<?> hear(String id, PaymentCallback callback) {
		var order = OrderId.parse(callback.orderId());
		if (order.isEmpty()) {
			return Readers.notFound();
		}
		var reference = callback.reference();
		return (reference != null) ? answer(this.hearing.hear(notice(id, callback, order.get(), reference)))
				: Problems.invalid(List.of(new Fault("/refundReference", "not-null", "must name the refund")));
	}

	private PaymentCallback read(byte[] body, HttpServletRequest request) {
		try {
			var callback = Optional.ofNullable(this.json.readValue(body, PaymentCallback.class))
				.orElseThrow(() -> new ConstraintViolationException("null", Set.of()));
			var violations = this.validator.validate(callback);
			if (!violations.isEmpty()) {
				throw new ConstraintViolationException(violations);
			}
			return callback;
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("The callback can't be read", ex,
					new ServletServerHttpRequest(request));
		}
	}

	private static PaymentNotice notice(String id, PaymentCallback callback, OrderId order, String reference) {
		var kind = switch (callback.type()) {
			case PaymentCallback.CAPTURED -> Kind.CAPTURED;
			case PaymentCallback.REFUNDED -> Kind.REFUNDED;
			default -> Kind.FAILED;
		};
		return new PaymentNotice(id, kind, order, reference,
				new Price(callback.amount().amount(), callback.amount().currency()));
	}

	private static ResponseEntity<?> answer(Hearing hearing) {
		return switch (hearing) {
			case Hearing.Heard(var effect) -> ResponseEntity.ok(View.of(effect));
			case Hearing.Unknown() -> Readers.notFound();
			case Hearing.TooEarly(var status) -> ResponseEntity.status(HttpStatus.CONFLICT)
				.header(HttpHeaders.RETRY_AFTER, "5")
				.body(Problems.detail(HttpStatus.CONFLICT, "order-not-ready",
						"An order that is %s can't be paid yet. Tell it again.".formatted(status)));
			case Hearing.ReferenceTaken() ->
				Problems.of(HttpStatus.CONFLICT, "payment-reference-taken", "The payment belongs to another order.");
			case Hearing.WrongAmount(var expected) -> MoneyProblems.wrong(expected, "It has to be");
			case Hearing.NothingDue() ->
				Problems.of(HttpStatus.CONFLICT, "nothing-due", "There is nothing to give back for this order.");
		};
	}

	/// @param effect what came of it; `none` when it was heard before or moves nothing
	record View(String effect) {

		static View of(Effect effect) {
			return new View(effect.name().toLowerCase(Locale.ROOT).replace('_', '-'));
		}

	}

}
