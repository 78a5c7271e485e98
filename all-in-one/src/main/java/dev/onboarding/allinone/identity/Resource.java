package dev.onboarding.allinone.identity;

import java.util.Set;

/// One server for which tokens are given.
///
/// @param name the server's, by which its scopes begin: `mcp-clm`
/// @param audience the address under which it is known
public record Resource(String name, String audience) {

  /// Lets a person answer an escalation; no scope of an assistant or of a machine.
  public static final String APPROVE = "coordinator-agent.approve";

  public String read() {
    return name + ".read";
  }

  public String write() {
    return name + ".write";
  }

  /// What a person's assistant may be given.
  Set<String> forAssistants() {
    return Set.of(read(), write());
  }

  boolean owns(String scope) {
    return scope.startsWith(name + ".");
  }
}
