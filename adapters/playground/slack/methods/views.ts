import { limits } from '../limits.ts';
import { type OpenView, residentById } from '../state.ts';
import { createView, replaceView, viewObject } from '../views.ts';
import { exchangeTrigger, modalsOf, setModals, type Workspace } from '../workspace.ts';
import { type Args, type Method, type Result, refuse, stringArg, structureArg } from './method.ts';

const ERROR = '[ERROR]';

/** The view of a call, checked; a view with the external id of another open one is refused. */
function viewArg(
  workspace: Workspace,
  args: Args,
  user: string,
  kind: OpenView['type'],
  instead?: OpenView,
): { view: OpenView } | { refused: Result } {
  const given = structureArg(args, 'view');
  if (given === 'malformed') {
    const problem = `${ERROR} must provide a valid JSON object [json-pointer:/view]`;
    return { refused: refuse('invalid_arguments', [problem]) };
  }
  const made = createView(workspace, user, given.value, kind);
  if ('problems' in made) return { refused: refuse('invalid_arguments', made.problems) };
  const external = made.view.externalId;
  const taken = external && openViews(workspace).find((view) => view.externalId === external);
  if (taken && taken !== instead) return { refused: refuse('duplicate_external_id') };
  return made;
}

const openViews = (workspace: Workspace): OpenView[] =>
  Object.values(workspace.state.modals).flat();

const open: Method = (workspace, args) => {
  const trigger = exchangeTrigger(workspace, stringArg(args, 'trigger_id') ?? '');
  if ('error' in trigger) return refuse(trigger.error);
  const checked = viewArg(workspace, args, trigger.user, 'modal');
  if ('refused' in checked) return checked.refused;
  trigger.used = true;
  setModals(workspace, trigger.user, [checked.view]);
  return { ok: true, view: viewObject(checked.view) };
};

const push: Method = (workspace, args) => {
  const trigger = exchangeTrigger(workspace, stringArg(args, 'trigger_id') ?? '');
  if ('error' in trigger) return refuse(trigger.error);
  const stack = modalsOf(workspace, trigger.user);
  if (!stack.some((view) => view.id === trigger.view)) return refuse('not_found');
  if (stack.length >= limits.modalStack) return refuse('push_limit_reached');
  const checked = viewArg(workspace, args, trigger.user, 'modal');
  if ('refused' in checked) return checked.refused;
  trigger.used = true;
  pushView(workspace, checked.view);
  return { ok: true, view: viewObject(checked.view) };
};

/** Lays a view on top of its person's open modal. */
export function pushView(workspace: Workspace, view: OpenView): void {
  const stack = modalsOf(workspace, view.user);
  view.rootId = stack[0]?.id ?? view.id;
  view.previousId = stack.at(-1)?.id ?? null;
  setModals(workspace, view.user, [...stack, view]);
}

const update: Method = (workspace, args) => {
  const viewId = stringArg(args, 'view_id');
  const external = stringArg(args, 'external_id');
  const old = openViews(workspace).find((view) =>
    viewId ? view.id === viewId : external !== undefined && view.externalId === external,
  );
  // A view that was closed in the meantime is gone, too.
  if (!old) return refuse('not_found');
  const hash = stringArg(args, 'hash');
  if (hash && hash !== old.hash) return refuse('hash_conflict');
  const checked = viewArg(workspace, args, old.user, 'modal', old);
  if ('refused' in checked) return checked.refused;
  replaceView(workspace, old, checked.view);
  return { ok: true, view: viewObject(old) };
};

const publish: Method = (workspace, args) => {
  const user = stringArg(args, 'user_id') ?? '';
  if (!residentById(user)) return refuse('user_not_found');
  const old = workspace.state.homes[user];
  const hash = stringArg(args, 'hash');
  if (hash && old && hash !== old.hash) return refuse('hash_conflict');
  const checked = viewArg(workspace, args, user, 'home');
  if ('refused' in checked) return checked.refused;
  const view = old ? { ...checked.view, id: old.id, rootId: old.rootId } : checked.view;
  workspace.state.homes[user] = view;
  workspace.changed();
  return { ok: true, view: viewObject(view) };
};

/** `views.*`. */
export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
