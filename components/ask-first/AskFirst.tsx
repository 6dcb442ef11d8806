import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './ask-first.css';

export interface AskFirstProps {
  opener: string;
  title: string;
  text: string;
  keep: string;
  sure: string;
  onSure(): void;
}

/** A button that asks before it erases; what erases is not what a second Enter presses. */
export function AskFirst({ opener, title, text, keep, sure, onSure }: AskFirstProps) {
  return (
    <DialogTrigger>
      <Button>{opener}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title">{title}</Heading>
                <p>{text}</p>
                <div className="row">
                  <Button autoFocus onPress={close}>
                    {keep}
                  </Button>
                  <Button
                    className="danger"
                    onPress={() => {
                      close();
                      onSure();
                    }}
                  >
                    {sure}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
