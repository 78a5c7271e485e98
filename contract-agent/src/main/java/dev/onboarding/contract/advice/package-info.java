/// Notes for people on the key terms of contracts, from a model where one is configured. Asked
/// after the decision and read by nothing that decides; what is established and assessed does not
/// know that it exists.
@NullMarked
package dev.onboarding.contract.advice;

import org.jspecify.annotations.NullMarked;
