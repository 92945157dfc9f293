/** Scripts and styles for a browser, which the build bundles and hands over as text. */

declare module 'bundled:*' {
  const text: string;
  export default text;
}
