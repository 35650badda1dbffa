import {
  anything,
  type Check,
  flag,
  isRecord,
  list,
  problemsOf,
  record,
  string,
  typed,
} from './checks.ts';
import {
  accessory,
  actionElement,
  anyText,
  contextElement,
  inputElement,
  plainText,
  richTextElement,
} from './element-checks.ts';
import { limits } from './limits.ts';
import type { Block } from './state.ts';

const type: Record<string, Check> = { type: anything };
const block_id = string(limits.blockId, 1);

const section: Check = (value, at, note) => {
  record(type, {
    block_id,
    text: anyText(limits.sectionText),
    fields: list(anyText(limits.sectionField), limits.sectionFields),
    accessory,
    expand: flag,
  })(value, at, note);
  if (isRecord(value) && !value.text && !value.fields) {
    note('must define either `text` or `fields`', at);
  }
};

const actionIdsDiffer: Check = (value, at, note) => {
  if (!isRecord(value) || !Array.isArray(value.elements)) return;
  const seen = new Set<string>();
  value.elements.forEach((element, i) => {
    const action = isRecord(element) ? element.action_id : undefined;
    if (typeof action !== 'string') return;
    if (seen.has(action)) {
      note(`\`action_id\` "${action}" already exists for another element`, `${at}/elements/${i}`);
    }
    seen.add(action);
  });
};

const richText = record({ ...type, elements: list(richTextElement, 1_000) }, { block_id });
const cell = typed({
  raw_text: record({ ...type, text: string(limits.sectionText) }),
  raw_number: record({ ...type, value: anything, text: string(limits.sectionText) }),
  rich_text: richText,
});

const shared: Record<string, Check> = {
  section,
  divider: record(type, { block_id }),
  header: record({ ...type, text: plainText(limits.header) }, { block_id }),
  context: record(
    { ...type, elements: list(contextElement, limits.contextElements) },
    { block_id },
  ),
  actions: (value, at, note) => {
    record({ ...type, elements: list(actionElement, limits.actionsElements) }, { block_id })(
      value,
      at,
      note,
    );
    actionIdsDiffer(value, at, note);
  },
  image: record(
    { ...type, alt_text: string(limits.altText) },
    {
      block_id,
      image_url: string(3_000),
      slack_file: anything,
      title: plainText(limits.imageTitle),
    },
  ),
  rich_text: richText,
};

const input = record(
  { ...type, label: plainText(limits.label), element: inputElement },
  { block_id, hint: plainText(limits.hint), optional: flag, dispatch_action: flag },
);

const table = record(
  { ...type, rows: list(list(cell, limits.tableCells), limits.tableRows) },
  { block_id, column_settings: anything },
);

/**
 * Block types are those that the playground can show. Slack has more (video, file, card and the like); a message with one
 * of those is refused here as an unsupported type.
 */
const messageBlock = typed({ ...shared, table });
const viewBlock = typed({ ...shared, input });

const blockIdsDiffer: Check = (value, at, note) => {
  if (!Array.isArray(value)) return;
  const seen = new Set<string>();
  value.forEach((block, i) => {
    const id = isRecord(block) ? block.block_id : undefined;
    if (typeof id !== 'string') return;
    if (seen.has(id)) note(`\`block_id\` "${id}" already exists for another block`, `${at}/${i}`);
    seen.add(id);
  });
};

/** A message's blocks: at most fifty, ids differing, one table. */
export const messageBlocks: Check = (value, at, note) => {
  list(messageBlock, limits.messageBlocks, 0)(value, at, note);
  blockIdsDiffer(value, at, note);
  const tables = Array.isArray(value) ? value.filter((b) => isRecord(b) && b.type === 'table') : [];
  if (tables.length > 1) note('only_one_table_allowed', at);
};

const viewBlocks: Check = (value, at, note) => {
  list(viewBlock, limits.viewBlocks, 0)(value, at, note);
  blockIdsDiffer(value, at, note);
};

const viewExtras: Record<string, Check> = {
  private_metadata: string(limits.privateMetadata),
  callback_id: string(limits.callbackId),
  external_id: string(limits.externalId),
};

const modal: Check = (value, at, note) => {
  record(
    { ...type, title: plainText(limits.viewTitle), blocks: viewBlocks },
    {
      ...viewExtras,
      submit: plainText(limits.viewButton),
      close: plainText(limits.viewButton),
      clear_on_close: flag,
      notify_on_close: flag,
    },
  )(value, at, note);
  if (!isRecord(value) || value.submit || !Array.isArray(value.blocks)) return;
  if (value.blocks.some((block) => isRecord(block) && block.type === 'input')) {
    note('`submit` is required when an `input` block is within `blocks`', at);
  }
};

const home = record({ ...type, blocks: viewBlocks }, viewExtras);

/** What is wrong with a view, as Slack writes it; empty when it can be opened. */
export function viewProblems(view: unknown, kind: 'modal' | 'home'): string[] {
  const problems = problemsOf(typed(kind === 'modal' ? { modal } : { home }), view, '/view');
  const lead = '[ERROR] failed to match all allowed schemas [json-pointer:/view]';
  return problems.length ? [lead, ...problems] : [];
}

/** What is wrong with a message's blocks; empty when they can be posted. */
export const blockProblems = (blocks: unknown): string[] =>
  problemsOf(messageBlocks, blocks, '/blocks');

/**
 * Checked blocks with the ids that the app left out. Slack makes up ids too, unique in the message.
 * Only for blocks with no problems: what was checked is what the type says.
 */
export function completeBlocks(blocks: unknown, newId: () => string): Block[] {
  const checked = structuredClone(blocks) as Block[];
  for (const block of checked) {
    block.block_id ??= newId();
    const elements: { action_id?: string }[] =
      block.type === 'actions'
        ? (block.elements as { action_id?: string }[])
        : block.type === 'section' && block.accessory && block.accessory.type !== 'image'
          ? [block.accessory as { action_id?: string }]
          : block.type === 'input'
            ? [block.element as { action_id?: string }]
            : [];
    for (const element of elements) element.action_id ??= newId();
  }
  return checked;
}
