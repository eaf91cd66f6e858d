package dev.cleave.platform.web;

import dev.cleave.platform.modules.ActiveModule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/// Has every controller of a module called within one of the module's [RequestSlots].
@Component
class BoundedHandlers implements WebMvcRegistrations {

	private final RequestSlots slots;

	BoundedHandlers(RequestSlots slots) {
		this.slots = slots;
	}

	@Override
	public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
		return new RequestMappingHandlerAdapter() {

			@Override
			protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
				return new Bounded(handler, BoundedHandlers.this.slots);
			}

		};
	}

	private static final class Bounded extends ServletInvocableHandlerMethod {

		private final RequestSlots slots;

		private final String module;

		Bounded(HandlerMethod handler, RequestSlots slots) {
			super(handler);
			this.slots = slots;
			this.module = handler.getBeanType().getName().startsWith("dev.cleave.")
					? ActiveModule.nameOf(handler.getBeanType()) : "";
		}

		@Override
		protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
			return this.slots.<@Nullable Object>hold(this.module, () -> super.doInvoke(arguments));
		}

	}

}
