// Adds the headers in MCP_DOOR (a JSON object) to every request, because the conformance suite has no option for them.
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';

const extra = JSON.parse(process.env.MCP_DOOR ?? '{}');

function pairs(headers) {
  if (!headers) {
    return [];
  }
  if (Array.isArray(headers)) {
    return headers.map(String);
  }
  const entries = typeof headers[Symbol.iterator] === 'function' ? [...headers] : Object.entries(headers);
  return entries.flatMap(([name, value]) => [name, String(value)]);
}

function withExtra(headers) {
  const given = pairs(headers);
  const names = new Set(given.filter((_, i) => i % 2 === 0).map(name => name.toLowerCase()));
  for (const [name, value] of Object.entries(extra)) {
    if (!names.has(name.toLowerCase())) {
      given.push(name, value);
    }
  }
  return given;
}

if (Object.keys(extra).length > 0) {
  const base = getGlobalDispatcher() ?? new Agent();
  setGlobalDispatcher(
    base.compose(dispatch => (options, handler) =>
      dispatch({ ...options, headers: withExtra(options.headers) }, handler)),
  );
}
