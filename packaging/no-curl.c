/* Swift's library for the network, which comes with the studio's server, asks for libcurl. Milieu calls nothing on the
   network, so that curl and the fifteen libraries behind it need not be carried: what asks for it ends here, and says
   so. Every symbol that Swift's static library asks for stands below; Tests/outside/test_packages.py holds it to that. */
#include <stdio.h>
#include <unistd.h>

static _Noreturn void refuse(const char *name) {
    fprintf(stderr, "milieu: %s was called: this build reaches no network. Please report it.\n", name);
    _exit(70);
}

#define REFUSED(name) \
    void name(void); \
    void name(void) { refuse(#name); }

REFUSED(curl_easy_cleanup)
REFUSED(curl_easy_getinfo)
REFUSED(curl_easy_init)
REFUSED(curl_easy_pause)
REFUSED(curl_easy_setopt)
REFUSED(curl_easy_strerror)
REFUSED(curl_free)
REFUSED(curl_global_init)
REFUSED(curl_multi_add_handle)
REFUSED(curl_multi_assign)
REFUSED(curl_multi_cleanup)
REFUSED(curl_multi_info_read)
REFUSED(curl_multi_init)
REFUSED(curl_multi_remove_handle)
REFUSED(curl_multi_setopt)
REFUSED(curl_multi_socket_action)
REFUSED(curl_slist_append)
REFUSED(curl_slist_free_all)
REFUSED(curl_url)
REFUSED(curl_url_get)
REFUSED(curl_url_set)
REFUSED(curl_version)
REFUSED(curl_version_info)
