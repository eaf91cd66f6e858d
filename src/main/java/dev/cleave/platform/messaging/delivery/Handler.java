package dev.cleave.platform.messaging.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.function.Consumer;

import dev.cleave.platform.messaging.Listener;
import dev.cleave.platform.messaging.Message;

import org.springframework.core.ResolvableType;

/// The code behind a subscription: takes messages of one payload type in order.
///
/// @param payload a message record or a sealed interface of some
/// @param rebuildable whether what it writes can be made again
record Handler(Class<?> payload, boolean rebuildable, Consumer<List<Message<?>>> code) {

	@SuppressWarnings({ "unchecked", "rawtypes" })
	static Handler of(Listener<?> listener) {
		return new Handler(listener.type(), false, messages -> ((Listener) listener).handler().accept(messages));
	}

	static Handler of(Object bean, Method method, boolean rebuildable) {
		var parameter = (method.getParameterCount() == 1) ? method.getGenericParameterTypes()[0] : null;
		var type = ResolvableType.forType(parameter);
		if (type.resolve() == Message.class) {
			return new Handler(type.getGeneric(0).toClass(), rebuildable,
					messages -> messages.forEach(one -> invoke(bean, method, one)));
		}
		if (type.resolve() == List.class && type.getGeneric(0).resolve() == Message.class) {
			return new Handler(type.getGeneric(0).getGeneric(0).toClass(), rebuildable,
					messages -> invoke(bean, method, messages));
		}
		throw new IllegalStateException(
				"%s must take one parameter, a Message<T> or a List<Message<T>>".formatted(method));
	}

	private static void invoke(Object bean, Method method, Object argument) {
		try {
			method.invoke(bean, argument);
		}
		catch (InvocationTargetException ex) {
			throw (ex.getTargetException() instanceof RuntimeException failure) ? failure
					: new UndeclaredThrowableException(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
