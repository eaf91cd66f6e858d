package dev.cleave.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cleave.platform.BusyException;
import dev.cleave.platform.modules.ActiveModule;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Bounds how many requests each module works on at once, so that one that has come to a standstill gathers no more than
/// that of the process's memory and time. Who comes too many is sent away at once, and nothing was done for him.
///
/// A request holds its slot while its controller is at work, not while its body comes in or its answer goes out: who is
/// slow takes nobody's place.
@Component
public class RequestSlots {

	private static final ScopedValue<Slot> CURRENT = ScopedValue.newInstance();

	private final Map<String, Semaphore> free;

	RequestSlots(ObjectProvider<ActiveModule> modules, RequestSettings settings) {
		this.free = modules.stream()
			.map(ActiveModule::name)
			.collect(Collectors.toUnmodifiableMap(Function.identity(), name -> new Semaphore(settings.atOnce())));
	}

	/// Does the work in a slot of the module.
	///
	/// @param module anything else than a module of this process is not bounded
	/// @throws BusyException if all are taken
	<T extends @Nullable Object> T hold(String module, Callable<T> work) throws Exception {
		var slots = this.free.get(module);
		if (slots == null) {
			return work.call();
		}
		var slot = new Slot(module, slots);
		slot.enter();
		try {
			return ScopedValue.where(CURRENT, slot).call(work::call);
		}
		finally {
			slot.leave();
		}
	}

	/// Gives up the slot of the request that is being answered, for good. It is for those
	/// who have done their work and only wait for others.
	public void leave() {
		if (CURRENT.isBound()) {
			CURRENT.get().leave();
		}
	}

	/// Lets somebody wait outside and come back, before anything is done.
	///
	/// @throws BusyException if all slots are taken when he does
	public void pausing(Runnable pause) {
		leave();
		pause.run();
		if (CURRENT.isBound()) {
			CURRENT.get().enter();
		}
	}

	/// The slot of one request, which has one thread.
	private static final class Slot {

		private final String module;

		private final Semaphore slots;

		private boolean held;

		Slot(String module, Semaphore slots) {
			this.module = module;
			this.slots = slots;
		}

		void enter() {
			if (!this.slots.tryAcquire()) {
				throw new BusyException("module-busy",
						"This node works on as many requests for %s as it takes at once. Try again soon."
							.formatted(this.module),
						Duration.ofSeconds(1));
			}
			this.held = true;
		}

		void leave() {
			if (this.held) {
				this.held = false;
				this.slots.release();
			}
		}

	}

}
