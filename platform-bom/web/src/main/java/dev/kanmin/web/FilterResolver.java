package dev.kanmin.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/**
 * Gives handler methods a record made of query parameters, one for each of its components, which
 * are {@link Optional}: a list's filter. The parameter is marked with {@link ParameterObject}.
 */
final class FilterResolver implements SyncHandlerMethodArgumentResolver {
  private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return isFilter(parameter);
  }

  static boolean isFilter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(ParameterObject.class)
        && parameter.getParameterType().isRecord();
  }

  /** The query parameters that a filter is made of. */
  static List<String> parameters(Class<?> filter) {
    return Arrays.stream(filter.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  @Override
  public Object resolveArgumentValue(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    Class<?> filter = parameter.getParameterType();
    Constructor<?> constructor = BeanUtils.getResolvableConstructor(filter);
    List<String> names = parameters(filter);
    Object[] values = new Object[names.size()];
    for (int i = 0; i < values.length; i++) {
      MethodParameter component = new MethodParameter(constructor, i);
      component.initParameterNameDiscovery(NAMES);
      String name = names.get(i);
      values[i] =
          Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(name))
              .flatMap(text -> convert(text, component, binding.createDataBinder(exchange, name)));
    }
    try {
      return BeanUtils.instantiateClass(constructor, values);
    } catch (BeanInstantiationException refused) {
      throw refused.getCause() instanceof BadInput fault ? fault : refused;
    }
  }

  private static Optional<?> convert(String text, MethodParameter component, WebDataBinder binder) {
    try {
      return binder.convertIfNecessary(text, component.getParameterType(), component)
              instanceof Optional<?> value
          ? value
          : Optional.empty();
    } catch (TypeMismatchException unreadable) {
      throw new ServerWebInputException("A query parameter is unreadable", component, unreadable);
    }
  }
}
