package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.Model;
import dev.onboarding.adviser.model.ModelName;
import org.jspecify.annotations.Nullable;

/// A model of a chain.
///
/// @param model null when the price list does not know it
public record Candidate(ModelName name, @Nullable Model model) {}
