/** What the generator of made-up plans offers to tests. */

declare module '*/generate.mjs' {
  export const TODAY: string;
  export function generate(
    size: string,
    folder: string,
    options?: { seed?: number; faults?: boolean; form?: string },
  ): { files: number; declarations: number; lines: number; bytes: number };
}
