package dev.onboarding.allinone.doctor;

import org.jspecify.annotations.Nullable;

/// The result of one check.
///
/// @param found what was seen
/// @param fix what to do; absent when nothing need be done
public record Checkup(String system, boolean ok, String found, @Nullable String fix) {

  static Checkup fine(String system, String found) {
    return new Checkup(system, true, found, null);
  }

  static Checkup ill(String system, String found, String fix) {
    return new Checkup(system, false, found, fix);
  }
}
