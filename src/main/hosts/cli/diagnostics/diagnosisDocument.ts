import { actorsWords, sourcesOf } from '../../../../shared/knowledge/knowledgeWords.ts';
import type { Knowledge } from '../../../../shared/knowledge/entry.ts';
import { tellCause, tellStop } from '../../../../shared/diagnostics/answer/answerWords.ts';
import type { Diagnosis } from '../../../../shared/diagnostics/answer/diagnose.ts';
import { devicesOf, type QueueAnswer } from '../../../../shared/diagnostics/queue/queueAnswer.ts';
import { tellMatch } from '../../../../shared/diagnostics/queue/queueWords.ts';
import type { ReadDiagnostics } from '../../../diagnostics/readPaths.ts';

/** What `diagnose --json` prints of one device. Each fact has its `value`, the `file` that tells it and the `place` in it. */
export function diagnosisDocument(
  { path, shape, archives, files, problems, evidence }: ReadDiagnostics,
  diagnosis: Diagnosis,
  knowledge: Knowledge,
  queue: QueueAnswer | null,
) {
  const { causes, stop, ...answer } = diagnosis;
  return {
    path,
    shape,
    archives,
    stop: stop === null ? null : { ...stop, words: tellStop(stop) },
    queue: queue === null ? null : queueDocument(queue),
    ...answer,
    causes: causes.map((cause) => ({
      asked: cause.asked,
      likely: cause.likely.map(({ cause: one }) => one),
      id: cause.entry.id,
      title: cause.entry.title,
      meaning: cause.entry.meaning,
      matched: cause.matched,
      causes: cause.entry.causes.map(({ act = null, command = null, ...rest }) => ({
        ...rest,
        whoWords: actorsWords(rest.who),
        act,
        command,
      })),
      words: tellCause(cause),
      sources: sourcesOf(knowledge, cause.entry),
    })),
    eventLogs: evidence.eventLogs,
    registries: evidence.registries,
    files,
    problems,
  };
}

/** What the queue says of the archive; null where there is no queue. */
function queueDocument({ match, stop, advice }: QueueAnswer) {
  return {
    state: match.state,
    devices: devicesOf(match),
    changedParts: match.state === 'same' ? match.changedParts : [],
    isOtherTenant: stop !== null,
    words: tellMatch(match),
    advice:
      advice === null
        ? null
        : { id: advice.entry.id, title: advice.entry.title, steps: advice.likely.flatMap(({ remedy }) => remedy) },
  };
}
