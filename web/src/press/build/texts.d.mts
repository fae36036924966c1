export function messages(source: string, name: string): [id: string, text: string][];
export function generate(sources: Record<string, string>): string;
export function readSources(): Record<string, string>;
