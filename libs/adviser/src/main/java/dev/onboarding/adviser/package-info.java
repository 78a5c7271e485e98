/// Advice for people about one judged account: risk, summary, next steps, failures in plain words.
/// A port with a deterministic fallback, so that a model may phrase advice and its absence costs
/// nothing; no decision ever reads what is said here.
@NullMarked
package dev.onboarding.adviser;

import org.jspecify.annotations.NullMarked;
