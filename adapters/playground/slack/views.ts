import { completeBlocks, viewProblems } from './block-checks.ts';
import { isRecord } from './checks.ts';
import { fieldsOf, initialState } from './fields.ts';
import { app, type OpenView, type StateValues, team } from './state.ts';
import { nextHash, nextId, type Workspace } from './workspace.ts';

/** The problems of a view that the app sent, or the view ready to be shown to this person. */
export function createView(
  workspace: Workspace,
  user: string,
  given: unknown,
  kind: OpenView['type'],
): { problems: string[] } | { view: OpenView } {
  const problems = viewProblems(given, kind);
  if (problems.length || !isRecord(given)) return { problems };
  const word = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const label = (name: string): OpenView['title'] => {
    const text = given[name];
    if (!isRecord(text)) return null;
    return { type: 'plain_text', text: String(text.text), emoji: text.emoji !== false };
  };
  const id = nextId(workspace, 'V');
  const view: OpenView = {
    id,
    user,
    type: kind,
    title: label('title'),
    submit: label('submit'),
    close: label('close'),
    blocks: completeBlocks(given.blocks, () => nextId(workspace, 'K')),
    privateMetadata: word('private_metadata'),
    callbackId: word('callback_id'),
    externalId: word('external_id'),
    clearOnClose: given.clear_on_close === true,
    notifyOnClose: given.notify_on_close === true,
    hash: nextHash(workspace),
    rootId: id,
    previousId: null,
    values: {},
    errors: {},
  };
  view.values = initialState(view);
  return { view };
}

/** Puts new content into an open view. What was typed stays where block id and action id are the same, as on Slack. */
export function replaceView(workspace: Workspace, old: OpenView, fresh: OpenView): void {
  const kept: StateValues = fresh.values;
  for (const { block, element } of fieldsOf(fresh)) {
    const blockId = block.block_id ?? '';
    const actionId = element.action_id ?? '';
    const before = old.values[blockId]?.[actionId];
    if (before?.type === element.type) kept[blockId] = { [actionId]: before };
  }
  const { id, rootId, previousId } = old;
  Object.assign(old, fresh, { id, rootId, previousId, values: kept, errors: {} });
  workspace.changed();
}

/** A view as the API and the payloads show it. */
export function viewObject(view: OpenView) {
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.values },
    hash: view.hash,
    title: view.title,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: app.id,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: app.bot,
  };
}
