package dev.cleave.platform.messaging.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.cleave.platform.messaging.Listener;
import dev.cleave.platform.messaging.Subscription;
import dev.cleave.platform.messaging.log.MessageJson;
import dev.cleave.platform.messaging.log.MessageType;
import dev.cleave.platform.modules.ModuleCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/// Finds every subscription that the beans of this process declare.
@Component
final class Conversations implements SmartInitializingSingleton {

	private final ListableBeanFactory beans;

	private final ModuleCatalogue modules;

	private final MessageJson json;

	private final Earshot earshot;

	private @Nullable Collection<Conversation> found;

	Conversations(ListableBeanFactory beans, ModuleCatalogue modules, MessageJson json, Earshot earshot) {
		this.beans = beans;
		this.modules = modules;
		this.json = json;
		this.earshot = earshot;
	}

	/// What can't work is told before anything is served.
	@Override
	public void afterSingletonsInstantiated() {
		all();
	}

	/// Looked for once: beans don't change.
	synchronized Collection<Conversation> all() {
		if (this.found == null) {
			this.found = this.earshot.within(find());
		}
		return this.found;
	}

	/// Those of a module that can be rebuilt.
	List<Conversation> rebuildable(String module) {
		return all().stream()
			.filter(conversation -> conversation.isRebuildable() && conversation.module().equals(module))
			.toList();
	}

	private Collection<Conversation> find() {
		Map<String, List<Handler>> handlers = new TreeMap<>();
		this.beans.getBeansOfType(Listener.class)
			.values()
			.forEach(listener -> handlers.computeIfAbsent(listener.subscription(), id -> new ArrayList<>())
				.add(Handler.of(listener)));
		for (var name : this.beans.getBeanDefinitionNames()) {
			var type = this.beans.getType(name, false);
			if (type != null && type.getName().startsWith("dev.cleave.")) {
				subscriptionsOf(name, type)
					.forEach((id, found) -> handlers.computeIfAbsent(id, key -> new ArrayList<>()).addAll(found));
			}
		}
		return handlers.entrySet().stream().map(entry -> conversation(entry.getKey(), entry.getValue())).toList();
	}

	private Map<String, List<Handler>> subscriptionsOf(String beanName, Class<?> type) {
		var found = new TreeMap<String, List<Handler>>();
		MethodIntrospector
			.selectMethods(type,
					(MethodIntrospector.MetadataLookup<Subscription>) method -> AnnotatedElementUtils
						.findMergedAnnotation(method, Subscription.class))
			.forEach((method, subscription) -> {
				var bean = this.beans.getBean(beanName);
				var callable = AopUtils.selectInvocableMethod(method, bean.getClass());
				ReflectionUtils.makeAccessible(callable);
				found.computeIfAbsent(subscription.value(), id -> new ArrayList<>())
					.add(Handler.of(bean, callable, subscription.rebuildable()));
			});
		return found;
	}

	private Conversation conversation(String id, List<Handler> handlers) {
		if (!id.matches("[a-z]+\\.[a-z0-9-]+")) {
			throw new IllegalStateException(
					"Subscription id '%s' must look like <module>.<what-it-is-about>".formatted(id));
		}
		return new DeclaredConversation(id, sources(handlers), handlers, this.json);
	}

	private Set<String> sources(List<Handler> handlers) {
		return handlers.stream()
			.map(Handler::payload)
			.flatMap(MessageType::admittedBy)
			.flatMap(type -> type.isCommand() ? this.modules.sendersTo(type.module()).stream()
					: List.of(type.module()).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
