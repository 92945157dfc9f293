/** Requests that the client has given up, or that come at the wrong time, are answered as the protocol says, whatever the feature does. */

import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';

/** Between `initialize` and `shutdown` it is open. */
export type Session = 'not yet' | 'open' | 'over';

/**
 * The connection as features see it: what they register under `on…` waits for `ready`, and a request that was cancelled
 * before or while it was worked out is answered with RequestCancelled. Outside of a session, all are refused.
 */
export function guarded(connection: Connection, ready: () => Promise<void>, session: () => Session): Connection {
  const begin = () => {
    if (session() === 'not yet') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
    if (session() === 'over') throw new ResponseError(ErrorCodes.InvalidRequest, 'this was said after shutdown');
    return ready();
  };
  return wrapped(connection, begin) as Connection;
}
type Handler = (...values: unknown[]) => unknown;

function wrapped(object: object, ready: () => Promise<void>): object {
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function' && typeof name === 'string' && /^on(?=[A-Z]|$)/.test(name)) {
        return (...values: unknown[]) => {
          const handler = values.at(-1);
          const others = values.slice(0, -1);
          if (typeof handler !== 'function') return value.apply(target, values);
          return value.apply(target, [...others, answering(handler as Handler, ready)]);
        };
      }
      return typeof value === 'object' && value !== null ? wrapped(value, ready) : value;
    },
  });
}

function answering(handler: Handler, ready: () => Promise<void>): Handler {
  return (...values) => {
    const token = values.find(isToken);
    // Notifications have no token, and nobody waits for an answer.
    if (!token) return handler(...values);
    return (async () => {
      await ready();
      refuseIfCancelled(token);
      const result = await handler(...values);
      refuseIfCancelled(token);
      return result;
    })();
  };
}

function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'this was called off');
  }
}

function isToken(value: unknown): value is CancellationToken {
  return typeof value === 'object' && value !== null && 'isCancellationRequested' in value;
}
