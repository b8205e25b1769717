;;; drive.el --- Plays a scene in Emacs as a writer would  -*- lexical-binding: t -*-
;;; Commentary:
;; Writes down what is seen; see ../scene.ts.  In batch mode no idle timer and no post-command hook runs, so what
;; Emacs does by itself in between two commands is called here.
;;; Code:

(require 'json)
(require 'flymake)

(defconst drive-timeout 15 "Seconds.")

(defun drive-seen ()
  "The findings that Flymake shows, by positions in characters from 0, sorted."
  (mapcar
   (lambda (diagnostic)
     (let ((sent (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
       (list :rule (plist-get sent :code)
             :message (plist-get sent :message)
             :severity (plist-get sent :severity)
             :start (1- (flymake-diagnostic-beg diagnostic))
             :end (1- (flymake-diagnostic-end diagnostic)))))
   (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun drive-wait-for (count)
  "Wait until Flymake shows COUNT findings; return what it shows."
  (let ((end (+ (float-time) drive-timeout)))
    (while (and (< (float-time) end) (/= count (length (flymake-diagnostics))))
      (accept-process-output nil 0.02)
      (when (bound-and-true-p flymake-mode) (flymake-start))))
  (drive-seen))

(let* ((json-object-type 'plist)
       (scene (json-read-file (getenv "WENFENG_SCENE")))
       (fix (plist-get scene :fix))
       answer)
  (find-file (plist-get scene :draft))
  (run-hooks 'post-command-hook)
  (setq answer (list :first (vconcat (drive-wait-for (plist-get scene :findings)))))
  (when fix
    (mapc (lambda (finding)
            (when (equal (plist-get finding :rule) (plist-get fix :rule))
              (goto-char (1+ (plist-get finding :start)))))
          (plist-get answer :first))
    (let ((last-nonmenu-event ?\r)
          (completing-read-function
           (lambda (_prompt collection &rest _)
             (setq answer (plist-put answer :offered (vconcat (mapcar #'car collection))))
             (plist-get fix :title))))
      (call-interactively #'eglot-code-actions))
    (save-buffer)
    (setq answer (plist-put answer :second (vconcat (drive-wait-for (plist-get fix :remaining))))))
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region (json-encode answer) nil (plist-get scene :answer) nil 'quiet)))

;;; drive.el ends here
