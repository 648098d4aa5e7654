import { createRoot } from 'react-dom/client';
import '../ui/styles/index.css';
import { useAnnotations } from '../annotations/index.ts';
import { useBookmarks } from '../bookmarks/index.ts';
import { useLibrary, useShelves } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { ask } from '../platform/reader.ts';
import { usePositions } from '../reading/index.ts';
import { prepareScript } from '../script/index.ts';
import { text, useSettings, useUserData } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { App } from './app.tsx';
import { StartFailure } from './start-failure.tsx';
import { tellOfEditions } from './tell-of-editions.ts';
import { tellOfIncident } from './tell-of-incident.ts';
import { applyTheme } from './theme.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
const root = createRoot(container);

performance.mark('scripts run');
// One question brings all the first paint needs; the window shows nothing half-known before it.
ask('app.bootstrap', {}).then(
  (start) => {
    performance.mark('first answer here');
    useSettings.setState({ settings: start.settings });
    applyTheme();
    useUserData.getState().open(start.userData);
    useLibrary.getState().open({
      documents: start.documents,
      problem: start.libraryProblem,
      file: start.libraryFile,
      opened: start.opened,
    });
    useAnnotations.getState().open(start.annotations);
    useBookmarks.getState().open(start.bookmarks);
    usePositions.getState().open(start.positions);
    useShelves.getState().open(start.folders, start.shelves);
    if (start.missingDocument === null) useNavigation.setState({ route: start.settings.route });
    else {
      const t = text();
      useNotices
        .getState()
        .show({ tone: 'plain', text: t('problem.documentGone', { id: start.missingDocument }) });
    }
    tellOfIncident(start.userData);
    tellOfEditions(start.carrying);
    const draw = (): void => root.render(<App />);
    if (start.opened === null) draw();
    else void prepareScript(start.opened, start.settings.scriptViews).then(draw);
  },
  (error: unknown) => root.render(<StartFailure error={error} />),
);
