package dev.onboarding.allinone.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/// The servers for which tokens are given; a token names exactly one of them (RFC 8707).
public record Resources(List<Resource> all) {

  public Resources {
    all = List.copyOf(all);
  }

  /// @param asked one value of the parameter `resource`, or several
  /// @throws OAuth2AuthenticationException `invalid_target` when it is not exactly one of ours
  Resource asked(@Nullable Object asked) {
    List<String> named =
        switch (asked) {
          case String one -> List.of(one);
          case String[] many -> Arrays.stream(many).distinct().toList();
          case null, default -> List.of();
        };
    return all.stream()
        .filter(resource -> named.equals(List.of(resource.audience())))
        .findFirst()
        .orElseThrow(() ->
            new OAuth2AuthenticationException(
                new OAuth2Error(
                    "invalid_target",
                    "Give one of these as resource: "
                        + all.stream().map(Resource::audience).collect(Collectors.joining(" ")),
                    null)));
  }

  Set<String> scopesForAssistants() {
    return all.stream()
        .flatMap(resource -> resource.forAssistants().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
