import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useText } from '../settings/index.ts';

type Props = {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
};

/** Several choices of a facet behind one button; each says how many notes it would leave. */
export function FacetMenu({ label, options, chosen, onToggle }: Props) {
  const t = useText();
  return (
    <MenuTrigger>
      <Button className="button button-line facet-button" data-chosen={chosen.length > 0}>
        {chosen.length === 0 ? label : t('workspace.chosen', { label, count: chosen.length })}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Popover className="facet-popover">
        <Menu
          className="facet-menu"
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={chosen}
          shouldCloseOnSelect={false}
          onAction={(key) => onToggle(String(key))}
          renderEmptyState={() => <span className="facet-empty">{t('workspace.unused')}</span>}
        >
          {options.map((option) => (
            <MenuItem key={option.id} id={option.id} textValue={option.label} className="facet-option">
              <span className="facet-label">{option.label}</span>
              <span className="facet-count">{option.count}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
