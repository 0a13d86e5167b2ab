"""Sentences about editing notes and the deck files they stand in."""

MESSAGES: dict[str, tuple[str, str]] = {
    "file_changed": (
        "{path}{path|이|가} 읽은 뒤에 바뀌었어요. 저장하지 않았어요. 다시 가져온 다음 고치세요. 명령에서는 --keep-file로 파일을 그대로 두고 고칠 수 있어요.",
        "{path} changed since it was read. Not saved. Import it again first, then edit; a command with --keep-file edits without the file.",
    ),
    "note_changed": (
        "다른 창에서 이 노트를 먼저 고쳤어요. 저장하지 않았어요. 다시 보고 고치세요.",
        "Another window edited this note first. Not saved. Look at it again, then edit.",
    ),
    "cannot_read": (
        "덱 파일을 읽을 수 없어요: {path}. 저장하지 않았어요. 권한을 확인하거나, 파일 없이 고치려면 --keep-file을 붙이세요.",
        "The deck file cannot be read: {path}. Not saved. Check its rights, or add --keep-file to edit without the file.",
    ),
    "file_read_only": (
        "덱 파일에 쓸 수 없어요: {path}. 저장하지 않았어요. 쓰기 권한을 주거나, 파일 없이 고치려면 --keep-file을 붙이세요.",
        "The deck file cannot be written: {path}. Not saved. Allow writing to it, or add --keep-file to edit without the file.",
    ),
    "folder_read_only": (
        "덱 파일이 있는 폴더에 쓸 수 없어요: {path}. 저장하지 않았어요. 쓰기 권한을 주거나, 파일 없이 고치려면 --keep-file을 붙이세요.",
        "The folder of the deck file cannot be written: {path}. Not saved. Allow writing to it, or add --keep-file to edit without the file.",
    ),
    "not_in_encoding": (
        "‘{sign}’{sign|은|는} {path}의 인코딩({encoding})에 없는 글자예요. 저장하지 않았어요. 파일을 UTF-8로 바꾸거나 --keep-file을 붙이세요.",
        "‘{sign}’ cannot be written in {encoding}, the encoding of {path}. Not saved. Turn the file into UTF-8, or add --keep-file.",
    ),
    "not_again": (
        "{path}의 인코딩({encoding})으로는 똑같이 다시 쓸 수 없어요. 저장하지 않았어요. 파일을 UTF-8로 바꾸거나 --keep-file을 붙이세요.",
        "{path} could not be written back as it is in its encoding ({encoding}). Not saved. Turn it into UTF-8, or add --keep-file.",
    ),
    "not_writable": (
        "덱 파일의 꼴로 쓸 수 없는 글이에요. 저장하지 않았어요. 표시처럼 보이는 줄을 빼고 다시 해 보세요.",
        "A deck file cannot hold this text. Not saved. Try without lines that look like marks.",
    ),
    "answer_of_gaps": (
        "빈칸 카드의 답은 글 안의 {{…}}에 있어요. --prompt로 글을 고치세요.",
        "The answers of a note with gaps stand in its text, in {{…}}. Edit the text with --prompt.",
    ),
    "foreign_type": (
        "다른 프로그램의 노트 종류(‘{name}’)로 만든 카드예요. 앞과 답은 아직 여기서 고칠 수 없어요. 그 프로그램에서 고친 다음 다시 가져오세요.",
        "These cards are made by another program's note type (‘{name}’). Prompt and answer cannot be edited here yet; edit them there and import again.",
    ),
    "foreign_part": (
        "다른 프로그램의 노트는 앞, 답, 다른 답, 힌트, 태그만 고칠 수 있어요. 나머지는 그 프로그램에서 고친 다음 다시 가져오세요.",
        "Of another program's note, prompt, answer, other answers, hint and tags can be edited. Edit the rest there and import again.",
    ),
    "foreign_also": (
        "카드가 여러 장인 다른 프로그램의 노트에는 다른 답을 붙일 수 없어요. 그 프로그램에서 고친 다음 다시 가져오세요.",
        "A note of another program with several cards takes no other answers here. Edit it there and import it again.",
    ),
    "no_fields": (
        "우리 노트에는 다른 프로그램의 칸이 없어요.",
        "A note of ours has no fields of another program.",
    ),
    "needs_prompt": ("앞을 써 주세요.", "Write a prompt."),
    "needs_answer": (
        "답을 써 주세요. 빈칸 카드라면 앞의 글에서 답을 {{…}}로 묶으세요.",
        "Write an answer, or put {{…}} around one in the prompt.",
    ),
    "add_what": (
        "덱과 앞을 쓰세요: add --deck 강 --prompt ‘가장 긴 강은?’ --answer ‘나일강’",
        "Name the deck and the prompt: add --deck Rivers --prompt ‘The longest?’ --answer Nile",
    ),
    "added": (
        "더했어요: {prompt} ({deck}, 카드 {n}장)",
        "Added: {prompt} ({deck}, {n} {n|card|cards})",
    ),
    "added_to_file": ("파일: {path}", "File: {path}"),
    "saved": ("저장했어요: {prompt}", "Saved: {prompt}"),
    "nothing_changed": ("바뀐 것이 없어요.", "Nothing changed."),
    "cards_added": ("새로 생긴 카드 {n}장.", "{n} {n|card|cards} added."),
    "cards_vanished": (
        "빠진 카드 {n}장. 공부한 기록은 남아 있어요.",
        "{n} {n|card|cards} set aside; what was learned is kept.",
    ),
    "file_written": (
        "파일도 바꿨어요: {path}:{line}",
        "Changed in its file too: {path}:{line}",
    ),
    "file_left": (
        "파일은 그대로 뒀어요: {path}. 다시 가져오면 파일의 글로 돌아가요.",
        "The file was left as it is: {path}. Importing it again brings its text back.",
    ),
    "file_gone": (
        "덱 파일이 없어졌어요: {path}. 여기에만 저장했어요.",
        "The deck file is gone: {path}. Saved in the collection only.",
    ),
    "file_elsewhere": (
        "이 노트는 덱 파일에 없어요: {path}. 여기에만 저장했어요.",
        "This note does not stand in the deck file: {path}. Saved in the collection only.",
    ),
    "no_file": (
        "덱 ‘{deck}’에는 번호를 써 넣을 파일이 없어요. 마크다운 파일에서 가져온 덱이어야 해요.",
        "The deck ‘{deck}’ has no file to write ids to. It has to be imported from a Markdown file.",
    ),
    "ids_written": (
        "번호를 새로 써 넣은 노트: {n}개. {path}",
        "{n} more {n|note has|notes have} an id now: {path}",
    ),
    "ids_without_deck": (
        "번호를 써 넣을 덱의 이름을 쓰세요: decks 강 --write-ids",
        "Name the deck to write ids for: decks Rivers --write-ids",
    ),
    "file_keeps_edit": (
        "{path}{path|은|는} 그 뒤에 바뀌어서 그대로 뒀어요. 다시 가져오면 고친 글이 돌아와요.",
        "{path} changed since, so it was left as it is. Importing it again brings the edit back.",
    ),
    "what_card": (
        "고칠 카드의 번호를 쓰세요: edit 12 --answer ‘새 답’. 번호는 due가 보여 줘요.",
        "Name the card by its number: edit 12 --answer ‘new answer’. due shows the number.",
    ),
    "deck": ("덱", "deck"),
    "prompt": ("앞", "prompt"),
    "answer": ("답", "answer"),
    "type": ("종류", "type"),
    "also": ("다른 답", "also"),
    "wrong": ("틀린 보기", "wrong"),
    "hint": ("힌트", "hint"),
    "note": ("메모", "note"),
    "tags": ("태그", "tags"),
    "file": ("파일", "file"),
}
