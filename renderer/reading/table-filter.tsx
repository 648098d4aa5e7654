import { ChevronDown } from 'lucide-react';
import { use, useMemo, useState } from 'react';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { Body } from '../../preload/contract/index.ts';
import { findBodies } from '../domain/bodies/index.ts';
import { useText } from '../settings/index.ts';

type Props = {
  readonly bodies: readonly Body[];
  readonly chosen: string | null;
  readonly onChoose: (canonical: string | null) => void;
  /** How many rows are shown, and how many there are. */
  readonly shown: number;
  readonly all: number;
  readonly inScript: (text: string) => string;
};

/** Shows the rows of one responsible body, found by any of its names in either script. */
export function TableFilter({ bodies, chosen, onChoose, shown, all, inScript }: Props) {
  const t = useText();
  const chosenName = chosen === null ? '' : inScript(chosen);
  const [typed, setTyped] = useState<string | null>(null);
  // What is chosen is not a query: the list opens whole.
  const query = typed === null || typed === chosenName ? '' : typed;
  const found = useMemo(() => findBodies(bodies, query), [bodies, query]);
  const choose = (canonical: string | null): void => {
    onChoose(canonical);
    setTyped(null);
  };
  return (
    <>
      <ComboBox
        className="body-filter"
        items={found}
        inputValue={typed ?? chosenName}
        onInputChange={setTyped}
        selectedKey={chosen}
        onSelectionChange={(key) => {
          if (key !== null) choose(String(key));
        }}
        onBlur={() => setTyped(null)}
        defaultFilter={() => true}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className="body-filter-label">{t('table.bodies')}</Label>
        <div className="body-filter-field">
          <BodyInput placeholder={t('table.allBodies', { count: bodies.length })} />
          <Button className="icon-button">
            <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </div>
        <Popover className="body-list">
          <ListBox
            renderEmptyState={() => <span className="body-list-empty">{t('table.noSuchBody')}</span>}
            className="body-list-box"
          >
            {(body: Body) => (
              <ListBoxItem id={body.canonical} textValue={inScript(body.canonical)} className="body-option">
                <Text slot="label">{inScript(body.canonical)}</Text>
                <Text slot="description" className="body-option-facts">
                  {[
                    t('count.rows', { count: body.measureCount }),
                    ...(body.aliases.length === 0
                      ? []
                      : [t('table.alias', { names: body.aliases.map(inScript).join('、') })]),
                  ].join(' · ')}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {chosen !== null && (
        <button type="button" className="button button-line" onClick={() => choose(null)}>
          {t('table.clear')}
        </button>
      )}
      <p className="table-count" role="status">
        {chosen === null ? t('count.rows', { count: all }) : t('table.found', { shown, all })}
      </p>
    </>
  );
}

/** A click opens the list also where the field has the focus already, as after a choice. */
function BodyInput({ placeholder }: { readonly placeholder: string }) {
  const state = use(ComboBoxStateContext);
  return (
    <Input
      className="field"
      placeholder={placeholder}
      onClick={() => {
        if (state?.isOpen === false) state.open(null, 'manual');
      }}
    />
  );
}
