import { Ellipsis, Folder as FolderIcon, GripVertical } from 'lucide-react';
import { useMemo } from 'react';
import {
  Button,
  GridList,
  GridListItem,
  I18nProvider,
  isTextDropItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  useDragAndDrop,
} from 'react-aria-components';
import type { DocumentId, Folder, FolderId } from '../../preload/contract/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useSettings, useText } from '../settings/index.ts';
import { dragType } from './drag-type.ts';
import { useLibrary } from './library-store.ts';
import { deleteFolder, orderedFolders, orderFolders, putIntoFolder } from './shelf-actions.ts';
import { askShelf } from './shelf-question.ts';
import { useShelves } from './shelves-store.ts';

/** The folders as a list that documents can be dropped on, and whose order is changed by dragging, with mouse and keys. */
export function FolderList({ labelledBy }: { readonly labelledBy: string }) {
  const language = useSettings((state) => state.settings.language);
  const { route, go } = useNavigation();
  const folders = useShelves((state) => state.folders);
  const shelves = useShelves((state) => state.shelves);
  const byId = useLibrary((state) => state.byId);
  const ordered = useMemo(() => orderedFolders(folders), [folders]);
  const counts = useMemo(() => {
    const all = new Map<FolderId, number>();
    for (const { id, folderIds } of shelves.values()) {
      if (byId.has(id)) for (const folderId of folderIds) all.set(folderId, (all.get(folderId) ?? 0) + 1);
    }
    return all;
  }, [shelves, byId]);
  const here = route.view === 'library' ? route.folderId : undefined;
  const { dragAndDropHooks } = useDragAndDrop<Folder>({
    getItems: (_keys, items) => items.map(({ id, name }) => ({ [dragType.folder]: id, 'text/plain': name })),
    acceptedDragTypes: [dragType.document],
    shouldAcceptItemDrop: (_target, types) => types.has(dragType.document),
    onItemDrop: async ({ items, target }) => {
      const folder = folders.get(target.key as FolderId);
      const dropped = await Promise.all(
        items.filter(isTextDropItem).map((item) => item.getText(dragType.document)),
      );
      if (folder !== undefined) await putIntoFolder(dropped as DocumentId[], folder);
    },
    onReorder: ({ keys, target }) => {
      const moved = ordered.map(({ id }) => id).filter((id) => keys.has(id));
      const others = ordered.map(({ id }) => id).filter((id) => !keys.has(id));
      const at = others.indexOf(target.key as FolderId) + (target.dropPosition === 'after' ? 1 : 0);
      void orderFolders([...others.slice(0, at), ...moved, ...others.slice(at)]);
    },
  });
  return (
    <I18nProvider locale={language}>
      <div onKeyDownCapture={goByKeys}>
        <GridList
          className="folder-list"
          aria-labelledby={labelledBy}
          items={ordered}
          // The rows say what is outside of their items: the counts and which one is open.
          dependencies={[counts, here, ordered, language]}
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) => go({ view: 'library', folderId: key as FolderId })}
        >
          {(folder) => (
            <FolderRow
              folder={folder}
              count={counts.get(folder.id) ?? 0}
              here={folder.id === here}
              ids={ordered.map(({ id }) => id)}
            />
          )}
        </GridList>
      </div>
    </I18nProvider>
  );
}

/** The list takes the arrow keys for itself, also with Alt, which goes back and forward everywhere. */
function goByKeys(event: React.KeyboardEvent): void {
  if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  event.preventDefault();
  event.stopPropagation();
  const { back, forward } = useNavigation.getState();
  if (event.key === 'ArrowLeft') back();
  else forward();
}

type RowProps = {
  readonly folder: Folder;
  readonly count: number;
  readonly here: boolean;
  readonly ids: readonly FolderId[];
};

function FolderRow({ folder, count, here, ids }: RowProps) {
  const t = useText();
  const at = ids.indexOf(folder.id);
  const moveTo = (place: number): void => {
    const others = ids.filter((id) => id !== folder.id);
    void orderFolders([...others.slice(0, place), folder.id, ...others.slice(place)]);
  };
  const actions = {
    rename: () => askShelf({ kind: 'folder', folderId: folder.id }),
    up: () => moveTo(at - 1),
    down: () => moveTo(at + 1),
    delete: () => void deleteFolder(folder),
  };
  return (
    <GridListItem
      id={folder.id}
      textValue={`${folder.name}, ${t('count.documents', { count })}`}
      className={`folder ${here ? 'folder-here' : ''}`}
    >
      <Button slot="drag" className="folder-grip" aria-label={t('folder.drag', { name: folder.name })}>
        <GripVertical size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <FolderIcon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="folder-name">{folder.name}</span>
      <span className="place-count">{count}</span>
      <MenuTrigger>
        <Button className="folder-menu" aria-label={t('folder.actionsOf', { name: folder.name })}>
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu
            className="menu"
            onAction={(key) => actions[key as keyof typeof actions]()}
            disabledKeys={[...(at === 0 ? ['up'] : []), ...(at === ids.length - 1 ? ['down'] : [])]}
          >
            <MenuItem className="menu-item" id="rename">
              {t('folder.rename')}
            </MenuItem>
            <MenuItem className="menu-item" id="up">
              {t('folder.up')}
            </MenuItem>
            <MenuItem className="menu-item" id="down">
              {t('folder.down')}
            </MenuItem>
            <MenuItem className="menu-item" id="delete">
              {t('folder.delete')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </GridListItem>
  );
}
