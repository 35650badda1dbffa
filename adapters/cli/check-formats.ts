/** How `goodword check` answers. */
export const formats = ['text', 'json', 'jsonl'] as const;
