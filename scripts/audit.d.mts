export function readAudit(output: string): { failed: boolean; answered: boolean; lines: string[] }
