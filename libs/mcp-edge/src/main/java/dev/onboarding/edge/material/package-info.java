/// What an assistant may read and ask for beside calling tools: resources and prompts. Any module
/// adds one by declaring a bean of the library's own type, most simply a [TextResource] or a
/// [TextPrompt]; nothing here shows callers an exception.
@NullMarked
package dev.onboarding.edge.material;

import org.jspecify.annotations.NullMarked;
