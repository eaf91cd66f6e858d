package dev.cleave.architecture;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// Nobody asks the system what time it is but the bean that is the `Clock`. Measuring a duration by `nanoTime` is no
/// such question.
final class TimeComesFromTheClock extends Rule {

	@Override
	List<String> offences(Code code) {
		return against(code, noClasses().should().callCodeUnitWhere(asksTheSystem()));
	}

	private static DescribedPredicate<JavaCall<?>> asksTheSystem() {
		return describe("what asks the system for the time", call -> asks(call.getTarget()) && !isTheClock(call));
	}

	private static boolean asks(AccessTarget.CodeUnitCallTarget target) {
		var owner = target.getOwner();
		var asked = target.getName();
		var arguments = target.getRawParameterTypes();
		return (owner.getPackageName().equals("java.time") && asked.equals("now")
				&& (arguments.isEmpty() || !arguments.getFirst().isEquivalentTo(Clock.class)))
				|| (owner.isEquivalentTo(Clock.class) && (asked.startsWith("system") || asked.startsWith("tick"))
						&& (arguments.isEmpty() || !arguments.getFirst().isEquivalentTo(Clock.class)))
				|| (owner.isEquivalentTo(System.class) && asked.equals("currentTimeMillis"))
				|| (owner.isEquivalentTo(Date.class) && asked.equals("<init>") && arguments.isEmpty())
				|| (owner.isAssignableTo(Calendar.class) && asked.equals("getInstance"));
	}

	private static boolean isTheClock(JavaCall<?> call) {
		return call.getOrigin().isAnnotatedWith(Bean.class)
				&& call.getOrigin().getRawReturnType().isEquivalentTo(Clock.class);
	}

}
