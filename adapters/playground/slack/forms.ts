import type { Acted } from '../pane.ts';
import { isRecord } from './checks.ts';
import type { Acknowledgement } from './delivery.ts';
import {
  clientError,
  externalState,
  fieldsOf,
  inputsOf,
  plainValue,
  stateValue,
} from './fields.ts';
import { limits } from './limits.ts';
import { pushView } from './methods/views.ts';
import { viewClosedPayload, viewSubmissionPayload } from './payloads.ts';
import { askForOption, type Scene, unanswered } from './scene.ts';
import type { OpenView, Resident } from './state.ts';
import { createView, replaceView } from './views.ts';
import { modalsOf, setModals, type Workspace } from './workspace.ts';

const noForm: Acted = { ok: false, error: 'No form is open.' };
const TROUBLE = 'We had some trouble connecting. Try again? The form';

/**
 * Sends the visible modal. Values go by block id; a field that isn't named keeps what is in it. What Slack's client would
 * not send is told without asking the app.
 */
export async function sendForm(
  scene: Scene,
  resident: Resident,
  values: Record<string, string>,
): Promise<Acted> {
  const { workspace, dispatch } = scene;
  const view = modalsOf(workspace, resident.id).at(-1);
  if (!view) return noForm;
  if (!view.submit) return { ok: false, error: 'This form has nothing to send.' };
  const unknown = Object.keys(values).find(
    (id) => !inputsOf(view.blocks).some((block) => block.block_id === id),
  );
  if (unknown !== undefined) return { ok: false, error: `The form has no field "${unknown}".` };

  const wrong = await fill(scene, resident, view, values);
  if (wrong) return { ok: false, error: wrong };
  view.errors = {};
  workspace.changed();
  const payload = viewSubmissionPayload(workspace, resident, view);
  const { first } = await dispatch.action({ type: 'interactive', payload });
  if (!first.acknowledged) return unanswered(TROUBLE, first);
  return afterSubmission(workspace, view, first);
}

/** Types the values into the form; the first thing wrong with any of them. */
async function fill(
  scene: Scene,
  resident: Resident,
  view: OpenView,
  values: Record<string, string>,
): Promise<string | undefined> {
  const wrong: string[] = [];
  for (const { block, element } of fieldsOf(view)) {
    const blockId = block.block_id ?? '';
    const actionId = element.action_id ?? '';
    const value = values[blockId] ?? plainValue(view.values[blockId]?.[actionId]);
    const error = clientError(scene.workspace, block, value);
    if (error) wrong.push(error);
    if (element.type !== 'external_select') {
      view.values[blockId] = { [actionId]: stateValue(element as { type: string }, value) };
    } else if (value && value !== plainValue(view.values[blockId]?.[actionId])) {
      const asked = { blockId, actionId, value };
      const option = await askForOption(scene, resident, { view }, asked);
      if (option) view.values[blockId] = { [actionId]: externalState(option) };
      else wrong.push(`${block.label.text}: no results for "${value}".`);
    }
  }
  return wrong.length ? wrong.join(' ') : undefined;
}

/** What the app's acknowledgement does to the form: https://docs.slack.dev/surfaces/modals#handling_submissions */
function afterSubmission(
  workspace: Workspace,
  view: OpenView,
  answer: Acknowledgement & { acknowledged: true },
): Acted {
  const body = isRecord(answer.body) ? answer.body : {};
  const done: Acted = { ok: true, answeredInMs: answer.ms };
  const stack = modalsOf(workspace, view.user);
  switch (body.response_action) {
    case undefined:
      setModals(
        workspace,
        view.user,
        stack.filter((each) => each !== view),
      );
      return done;
    case 'clear':
      setModals(workspace, view.user, []);
      return done;
    case 'errors': {
      const errors = errorsFor(view, body.errors);
      if (!errors) return unanswered(TROUBLE, answer);
      view.errors = errors;
      workspace.changed();
      return done;
    }
    case 'update':
    case 'push': {
      const made = createView(workspace, view.user, body.view, 'modal');
      const full = body.response_action === 'push' && stack.length >= limits.modalStack;
      if ('problems' in made || full) return unanswered(TROUBLE, answer);
      if (body.response_action === 'push') pushView(workspace, made.view);
      else replaceView(workspace, view, made.view);
      return done;
    }
    default:
      return unanswered(TROUBLE, answer);
  }
}

/** Errors by block id; undefined when they aren't all about inputs of this form, which Slack's client rejects. */
function errorsFor(view: OpenView, given: unknown): Record<string, string> | undefined {
  if (!isRecord(given)) return undefined;
  const inputs = inputsOf(view.blocks).map((block) => block.block_id);
  const errors = Object.entries(given);
  const fit = errors.every(([id, text]) => inputs.includes(id) && typeof text === 'string' && text);
  return errors.length && fit
    ? Object.fromEntries(errors.map(([id, text]) => [id, String(text)]))
    : undefined;
}

/** Closes the visible modal, or all of them when it says so, and tells the app if it asked to know. */
export async function closeForm(
  { workspace, dispatch }: Scene,
  resident: Resident,
): Promise<Acted> {
  const stack = modalsOf(workspace, resident.id);
  const top = stack.at(-1);
  if (!top) return noForm;
  const closed = top.clearOnClose ? [...stack].reverse() : [top];
  setModals(
    workspace,
    resident.id,
    stack.filter((view) => !closed.includes(view)),
  );
  let ms: number | undefined;
  for (const view of closed) {
    if (!view.notifyOnClose) continue;
    const payload = viewClosedPayload(resident, view, top.clearOnClose);
    const { first } = await dispatch.action({ type: 'interactive', payload });
    ms ??= first.ms;
  }
  return ms === undefined ? { ok: true } : { ok: true, answeredInMs: ms };
}
