/** What tests of the window use of the scripts in .tools, which are JavaScript. */

declare module '*/.tools/icons.mjs' {
  export function usedIcons(script: string, styles: string): { name: string; sign: string }[];
}
