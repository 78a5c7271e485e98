/// How a model is asked: the chain of models in order, each within a deadline, a budget and behind
/// a breaker, its answer checked and repaired once. Whatever happens, the caller gets an answer and
/// the reason why it is not a model's; it never gets an exception.
@NullMarked
package dev.onboarding.adviser.ask;

import org.jspecify.annotations.NullMarked;
