/// What `onboarding bench` measures: latency against its necessary chain, upstream calls,
/// readiness, memory. Every figure is printed beside the reference of the same run, because
/// machines are noisy.
@NullMarked
package dev.onboarding.allinone.bench;

import org.jspecify.annotations.NullMarked;
