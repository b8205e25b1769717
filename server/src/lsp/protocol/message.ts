/**
 * The names of messages beyond LSP, each with the types of what it carries. Everything below this folder is what client
 * and server say to each other, and all of the server that the client imports. Positions are LSP's.
 */

/** The name of a request with parameters `P` that is answered by `R`. */
export type RequestName<P, R> = string & { readonly params?: P; readonly result?: R };

/** The name of a notification with parameters `P`. */
export type NotificationName<P> = string & { readonly params?: P };

/** Names a request. */
export function request<P, R>(name: `wenfeng/${string}`): RequestName<P, R> {
  return name;
}

/** Names a notification. */
export function notification<P>(name: `wenfeng/${string}`): NotificationName<P> {
  return name;
}
