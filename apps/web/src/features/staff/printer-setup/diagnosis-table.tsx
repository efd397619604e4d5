import type { Diagnosis } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Pill, type PillTone } from '../../../shared/ui/pill.js';

const questions = ['reach', 'credentials', 'read', 'control'] as const;
type Answer = 'yes' | 'no' | 'idle';
const tones: Record<Answer, PillTone> = { yes: 'good', no: 'error', idle: 'neutral' };

/** What the bridge found when it looked, question by question. */
export function DiagnosisTable({ diagnosis, timeZone }: { diagnosis: Diagnosis; timeZone: string }) {
  const t = useT();
  const formats = useFormats(timeZone);
  const answerTo = (question: (typeof questions)[number]): Answer => {
    const answer = diagnosis[question];
    return answer === null ? 'idle' : answer ? 'yes' : 'no';
  };
  return (
    <div className="stack-tight" role="status">
      <table className="diagnosis">
        <caption>{t('setup.found', { at: formats.dayTime(diagnosis.at) })}</caption>
        <tbody>
          {questions.map((question) => {
            const answer = answerTo(question);
            return (
              <tr key={question}>
                <th scope="row">{t(`setup.${question}`)}</th>
                <td>
                  <Pill tone={tones[answer]}>{t(`setup.answer.${answer}`)}</Pill>
                </td>
                <td>{answer === 'no' && t(`setup.help.${question}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {diagnosis.remark && <p className="soft">{t('setup.remark', { remark: diagnosis.remark })}</p>}
    </div>
  );
}
