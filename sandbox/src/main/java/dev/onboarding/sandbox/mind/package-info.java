/// Language models on two wires: OpenAI's chat completions and Bedrock's Converse. There is no
/// model behind them: an answer is made from the schema that is asked for and from the lines of the
/// prompt, so that it fits both, or misbehaves as a model would when a fault asks for it.
@NullMarked
package dev.onboarding.sandbox.mind;

import org.jspecify.annotations.NullMarked;
