import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { ChecklistHandlers } from '../../../shared/api/contract/checklists.ts';
import type { ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import {
  changeOf,
  fileOfTemplate,
  readOwnChecklist,
  templateOfFile,
  type FileProblem,
  type OwnChecklistFile,
} from '../../../shared/checklists/ownChecklist.ts';
import { fileNameOf, paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';

type OfOwn = Pick<
  ChecklistHandlers,
  | 'checklists.own'
  | 'checklists.copyTemplate'
  | 'checklists.saveTemplate'
  | 'checklists.removeTemplate'
  | 'checklists.templateFile'
>;

/** How many problems of a file are told. */
const MOST_PROBLEMS = 8;

/** The checklists that the lab made: copied, changed, taken in and given away as files. A sheet in progress keeps its version. */
export function createOwnChecklists(context: ServiceContext): OfOwn {
  const { audit, checklists, checklistTemplates: templates, ownChecklists: own, ports, publish, store, who } = context;

  function keep(
    template: ChecklistTemplate,
    basedOn: ChecklistTemplate | null,
    action: string,
    sentence: string,
  ): void {
    const before = own.get(template.id);
    store.write(() => {
      own.save({
        template,
        basedOn: before?.basedOn ?? basedOn?.id ?? null,
        basedVersion: before?.basedVersion ?? basedOn?.version ?? null,
        changedAt: ports.clock.now().toISOString(),
        changedBy: who(),
      });
      // What counts as complete rests on the list.
      checklists.forgetCompletion();
      audit.add({ who: who(), action, devices: [], tenants: [], sentence });
    });
    publish('checklists.changed');
  }

  const newId = (): string => `own-${randomUUID().slice(0, 8)}`;

  /** @param expected the version that the change was made on; left out where a file is taken in */
  function save(file: OwnChecklistFile, expected: number | undefined): ChecklistTemplate {
    const id = file.id ?? newId();
    const version = own.versionOf(id);
    if (expected !== undefined && own.get(id)?.template.version !== expected) {
      throw new AppError('conflict', `“${file.title}” was changed by somebody else meanwhile.`, {
        remedy: 'Look at it again, and make your change once more.',
      });
    }
    const template = templateOfFile(file, id, version + 1);
    const known = own.get(id)?.template;
    if (known !== undefined && isSame(known, template)) return known;
    keep(template, null, 'checklists.saveTemplate', `Checklist “${template.title}”, version ${template.version}.`);
    return template;
  }

  return {
    'checklists.own': () => ({
      checklists: own.list().map(({ template, basedOn, basedVersion, changedAt, changedBy }) => {
        const basis = basedOn === null ? undefined : templates.ours.find(({ id }) => id === basedOn);
        const isNewer = basis !== undefined && basedVersion !== null && basis.version > basedVersion;
        return {
          template,
          basedOn,
          basisTitle: basis?.title ?? null,
          changedAt,
          changedBy,
          newerBasis: isNewer ? changeOf(template, basis) : null,
        };
      }),
    }),

    'checklists.copyTemplate': ({ templateId, title }) => {
      const basis = templates.named(templateId);
      const copy = { ...basis, id: newId(), version: 1, title: title.trim(), reviewed: null };
      const isOurs = templates.ours.some(({ id }) => id === templateId);
      keep(
        copy,
        isOurs ? basis : null,
        'checklists.copyTemplate',
        `Checklist “${copy.title}”, a copy of “${basis.title}”.`,
      );
      return copy;
    },

    'checklists.saveTemplate': ({ content, version }) => {
      const read = readOwnChecklist(content);
      if (!read.ok) throw notAChecklist(read.problems);
      return save(read.file, version);
    },

    'checklists.removeTemplate': ({ id }) => {
      const known = own.get(id);
      if (known === null) throw new AppError('not-found', 'The lab has no such checklist of its own.');
      store.write(() => {
        own.remove(id, ports.clock.now().toISOString());
        const sentence = `Checklist “${known.template.title}” removed; sheets that were begun with it go on.`;
        audit.add({ who: who(), action: 'checklists.removeTemplate', devices: [], tenants: [], sentence });
      });
      publish('checklists.changed');
      return { content: fileOfTemplate(known.template) };
    },

    'checklists.templateFile': ({ id }) => {
      const template = templates.named(id);
      return paperFile(`${fileNameOf(template.title)}-checklist`, 'json', fileOfTemplate(template));
    },
  };
}

/** Whether two versions of a list say the same. */
const isSame = (one: ChecklistTemplate, other: ChecklistTemplate): boolean =>
  isDeepStrictEqual({ ...one, version: other.version }, other);

function notAChecklist(problems: readonly FileProblem[]): AppError {
  const [first] = problems;
  const more = problems.length > 1 ? ` There are ${problems.length - 1} more.` : '';
  return new AppError(
    'invalid-input',
    `This is no checklist: ${first?.where ?? 'the file'} ${first?.says ?? ''}${more}`,
    {
      remedy: 'Mend the file, or export a checklist and begin with that.',
      fields: problems
        .slice(0, MOST_PROBLEMS)
        .map(({ where, says }) => ({ field: 'content', message: `${where}: ${says}` })),
    },
  );
}
