/// The models that can be asked: OpenAI and Bedrock, each behind Spring AI's chat model, and what
/// is known of each as data. What differs between providers ends here: outside there is one
/// question, one reply, and one set of failures.
@NullMarked
package dev.onboarding.adviser.model;

import org.jspecify.annotations.NullMarked;
