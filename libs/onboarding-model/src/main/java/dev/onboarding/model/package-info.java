/// The words every module shares: account references, money, failures and the names that travel
/// with a call. Plain JDK records, so that an agent and a connector can agree without sharing a
/// framework.
@NullMarked
package dev.onboarding.model;

import org.jspecify.annotations.NullMarked;
