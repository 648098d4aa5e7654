import { TriangleAlert } from 'lucide-react';
import { useAnnotations } from '../annotations/index.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, text, useText, useUserData } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Says at the top of the window when notes cannot be read or kept, what is safe, and what can be done. */
export function UserDataBanner() {
  const t = useText();
  const problem = useUserData((state) => state.problem);
  const file = useUserData((state) => state.file);
  if (problem === null) return null;
  return (
    <div className="banner" role="alert">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" />
      <p>
        {t(`userData.${bannerOf(problem.code)}`)} <span className="file-name">{file}</span>
      </p>
      {problem.code === 'USER_DATA_CORRUPT' && (
        <button type="button" className="button button-line" onClick={() => void startAfresh()}>
          {t('userData.startAfresh')}
        </button>
      )}
    </div>
  );
}

function bannerOf(code: string): 'damaged' | 'newer' | 'readOnly' | 'unusable' {
  if (code === 'USER_DATA_CORRUPT') return 'damaged';
  if (code === 'USER_DATA_NEWER') return 'newer';
  return code === 'READ_ONLY' ? 'readOnly' : 'unusable';
}

async function startAfresh(): Promise<void> {
  try {
    const { keptFile } = await ask('userData.startAfresh', {});
    useUserData.setState({ problem: null });
    useAnnotations.getState().open(await ask('annotations.list', {}));
    useNotices.getState().show({ tone: 'plain', text: text()('userData.keptAs', { file: keptFile }) });
  } catch (error) {
    reportProblem('problem.startAfresh', error);
  }
}
