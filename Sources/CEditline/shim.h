/* libedit's variadic calls as typed functions, one for each operation, since Swift cannot call a variadic one. */
#ifndef NEP_EDITLINE_SHIM_H
#define NEP_EDITLINE_SHIM_H

#include <histedit.h>
#include <langinfo.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/select.h>
#include <wchar.h>

typedef wchar_t *(*nep_prompt_function)(EditLine *);
typedef unsigned char (*nep_key_function)(EditLine *, int);

/* An editor on the three standard streams; NULL where the terminal cannot be used. */
static inline EditLine *nep_editor_open(const char *program) { return el_init(program, stdin, stdout, stderr); }

/* The prompt is asked for at each repaint; what stands between two `escape` characters takes no column. */
static inline int nep_editor_set_prompt(EditLine *editor, nep_prompt_function prompt, wchar_t escape) {
  return el_wset(editor, EL_PROMPT_ESC, prompt, escape);
}

static inline int nep_editor_set_emacs(EditLine *editor) { return el_wset(editor, EL_EDITOR, L"emacs"); }

/* Names a function so that keys, those of ~/.editrc too, can be bound to it. */
static inline int nep_editor_add_function(
    EditLine *editor, const wchar_t *name, const wchar_t *help, nep_key_function function) {
  return el_wset(editor, EL_ADDFN, name, help, function);
}

static inline int nep_editor_bind(EditLine *editor, const wchar_t *key, const wchar_t *function) {
  return el_wset(editor, EL_BIND, key, function, NULL);
}

/* From here on Ctrl-C, Ctrl-Z and Ctrl-\ come as keys while a line is edited. */
static inline int nep_editor_take_signal_keys(EditLine *editor) {
  return el_wset(editor, EL_SETTY, L"-d", L"-isig", NULL);
}

static inline int nep_editor_set_reader(EditLine *editor, el_rfunc_t reader) {
  return el_wset(editor, EL_GETCFN, reader);
}

static inline int nep_editor_set_context(EditLine *editor, void *context) {
  return el_wset(editor, EL_CLIENTDATA, context);
}

static inline void *nep_editor_context(EditLine *editor) {
  void *context = NULL;
  return el_wget(editor, EL_CLIENTDATA, &context) == 0 ? context : NULL;
}

/* Whether the terminal is in the mode of the editor: 1 before a line is read, 0 to give it back. */
static inline int nep_editor_prepare_terminal(EditLine *editor, int isPrepared) {
  return el_wset(editor, EL_PREP_TERM, isPrepared);
}

/* The character set of the locale in force, as `nl_langinfo` names it. */
static inline const char *nep_locale_codeset(void) { return nl_langinfo(CODESET); }

/* Waits until a file can be read: 1, or -1 after a signal. Only while it waits does `mask` hold. */
static inline int nep_wait_for_input(int file, const sigset_t *mask) {
  fd_set files;
  FD_ZERO(&files);
  FD_SET(file, &files);
  return pselect(file + 1, &files, NULL, NULL, NULL, mask);
}

static inline void nep_flush_output(void) { fflush(stdout); }

#endif
