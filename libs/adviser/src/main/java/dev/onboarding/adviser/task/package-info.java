/// What advice is asked for: the tasks, the prompts by which they are put, and the shape that an
/// answer must have. Prompts are versioned texts with a digest, handed in with each request, so
/// that it stays known by which words a piece of advice was asked for.
@NullMarked
package dev.onboarding.adviser.task;

import org.jspecify.annotations.NullMarked;
