/** What tests use of the scripts in .tools, which are JavaScript. */

declare module '*/.tools/editor.mjs' {
  export const cache: string;
  export const BROWSER_ARGUMENTS: string[];

  export interface Editor {
    port: number;
    address(folder: string, payload?: [string, string][]): string;
    stop(): Promise<void>;
  }

  export function installEditor(): void;
  export function installBrowser(): string;
  export function installNeovim(): void;
  export function installExtension(data: string, vsix: string): void;
  export function startEditor(options: {
    data: string;
    settings?: Record<string, unknown>;
    log?: (line: string) => void;
  }): Promise<Editor>;
}

declare module '*/.tools/package.mjs' {
  /** Bytes. */
  export const LARGEST: number;
  export function pack(path?: string): Promise<{ path: string; bytes: number }>;
}

declare module '*/.tools/suite.mjs' {
  export function bundleSuite(): Promise<string>;
}
